import { isNode, LineCounter, parseDocument } from 'yaml';
import { Problem } from './problem.ts';

/** The YAML of a template's leading comment, and where each of its values stands in the file. */
export interface FrontMatter {
  value: unknown;
  /** The offset of the value at a path, or of the nearest one that holds it. */
  at: (path: PropertyKey[]) => number;
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
  const document = parseDocument(found[1], { lineCounter: new LineCounter(), prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Problem(`the front matter is not YAML: ${error.message}`, start + error.pos[0]);
  return {
    value: document.toJS(),
    at: (path) => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return start + node.range[0];
      }
      return start;
    },
    end: found[0].length,
  };
}

/** Comments nest: one inside would make the file something else to Redshift than it is to us. */
function refuseCommentMarks(yaml: string, start: number): void {
  const mark = yaml.search(/\/\*|\*\//);
  if (mark >= 0)
    throw new Problem('/* and */ cannot stand in the front matter, which is itself a comment', start + mark);
}
