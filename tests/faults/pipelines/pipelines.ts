const yaml = (title: string, more = ''): string =>
  `title: ${title}
access: everyone
timeout: 30m
parameters: [{ name: value, label: Value, type: integer, required: true }]
${more}`;

const script = (what: string): string =>
  `delete from ${what} where value = cast(:value as integer);\ninsert into ${what} select cast(:value as integer);`;

/** The pipelines of the scripts, by what people start: one runs alone, one beside itself, one fails, one starts after another. */
export const pipelines: Record<string, Record<string, string>> = {
  alone: {
    'pipeline.yaml': yaml('Alone', 'writes: [orders]'),
    '10_one.sql': script('one'),
    '10_two.sql': script('two'),
    '20_three.sql': script('three'),
  },
  beside: {
    'pipeline.yaml': yaml('Beside itself', 'overlap: allow'),
    '10_one.sql': script('one'),
    '20_two.sql': script('two'),
  },
  failing: {
    'pipeline.yaml': yaml('Failing', 'overlap: allow'),
    '10_good.sql': script('good'),
    '20_bad.sql': script('it_fails'),
    '20_beside.sql': script('beside'),
    '30_never.sql': script('never'),
  },
  following: {
    'pipeline.yaml': yaml('Following', 'after: [alone]'),
    '10_on.sql': script('further'),
  },
};

/** Those that people start. */
export const started = ['alone', 'beside', 'failing'];

/** As objects of the template bucket, `<bucket>/<key>`. */
export const pipelineObjects = (): Map<string, string> =>
  new Map(
    Object.entries(pipelines).flatMap(([id, files]) =>
      Object.entries(files).map(([name, text]) => [`TemplateBucket/pipelines/${id}/${name}`, text] as const),
    ),
  );
