import type { Report } from '@readout/runtime/contracts.ts';
import { strings } from '../strings.ts';
import { foldersOf } from './folders.ts';
import type { Own } from './sections.ts';
import { type Wish, wishHref } from './wish.ts';

const words = strings.reports;
/** Deeper folders stand no further in. */
const DEEPEST = 3;

export interface FolderRailProps {
  all: readonly Report[];
  own: Own;
  wish: Wish;
}

/** The person's own lists and the folders, each a link that keeps what is searched for. */
export function FolderRail({ all, own, wish }: FolderRailProps) {
  const at = ({ folder, list }: Pick<Wish, 'folder' | 'list'>) => ({
    href: wishHref({ ...wish, folder, list }),
    current: wish.folder === folder && wish.list === list,
  });
  const known = new Set(all.map(({ id }) => id));
  const countOf = (ids: readonly string[]) => ids.filter((id) => known.has(id)).length;
  return (
    <nav className="rail" aria-label={words.folders}>
      <ul>
        <Entry {...at({})} text={words.all} count={all.length} />
        <Entry {...at({ list: 'favourites' })} text={words.favourites} count={countOf(own.favourites)} />
        <Entry {...at({ list: 'recent' })} text={words.recent} count={countOf(own.recent)} />
        {foldersOf(all).map(({ path, name, depth, count }) => (
          <Entry key={path} {...at({ folder: path })} text={name} count={count} depth={depth} isFolder />
        ))}
      </ul>
    </nav>
  );
}

interface EntryProps {
  href: string;
  current: boolean;
  text: string;
  count: number;
  depth?: number;
  isFolder?: boolean;
}

function Entry({ href, current, text, count, depth = 0, isFolder }: EntryProps) {
  return (
    <li className={`rail-depth-${Math.min(depth, DEEPEST)}${isFolder ? ' rail-folder' : ''}`}>
      <a href={href} aria-current={current ? 'page' : undefined}>
        <span>{text}</span>
        <span className="rail-count">{count}</span>
      </a>
    </li>
  );
}
