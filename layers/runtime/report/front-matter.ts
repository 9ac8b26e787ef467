import { type LocatedYaml, readYaml } from './located-yaml.ts';
import { Problem } from './problem.ts';

/** The YAML of a template's leading comment. */
export interface FrontMatter extends LocatedYaml {
  /** The offset at which the SQL begins. */
  end: number;
}

const LEADING_COMMENT = /^\uFEFF?\s*\/\*---[ \t]*\r?\n([\s\S]*?)^[ \t]*---\*\//m;

/** Reads `/*--- … ---*\/` from the start of the file. Throws Problem. */
export function readFrontMatter(text: string): FrontMatter {
  const found = LEADING_COMMENT.exec(text);
  if (found?.[1] === undefined)
    throw new Problem('expected the file to begin with front matter, a comment from /*--- to ---*/', 0);
  const start = text.indexOf('\n', text.indexOf('/*---')) + 1;
  refuseCommentMarks(found[1], start);
  return { ...readYaml(found[1], start, 'the front matter'), end: found[0].length };
}

/** Comments nest: one inside would make the file something else to Redshift than it is to us. */
function refuseCommentMarks(yaml: string, start: number): void {
  const mark = yaml.search(/\/\*|\*\//);
  if (mark >= 0)
    throw new Problem('/* and */ cannot stand in the front matter, which is itself a comment', start + mark);
}
