import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ServiceError } from '../protocol/service-error.ts';
import type { Schedule } from './schedule.ts';

/** Times in milliseconds since 1970. */
export interface Group {
  name: string;
  arn: string;
  createdAt: number;
  deployed?: boolean;
}

interface Kept {
  groups: Group[];
  schedules: Schedule[];
}

/** Groups and schedules. What the API has made is kept in one file; the template makes its own anew. */
export class Schedules {
  readonly #groups = new Map<string, Group>();
  readonly #schedules = new Map<string, Schedule>();

  constructor(readonly file: string) {
    const { groups, schedules } = readFile(file);
    for (const group of groups) this.#groups.set(group.name, group);
    for (const schedule of schedules) this.#schedules.set(keyOf(schedule), schedule);
  }

  /** @throws ServiceError ResourceNotFoundException */
  group(name: string): Group {
    const group = this.#groups.get(name);
    if (!group) throw notFound(`Schedule group ${name} does not exist.`);
    return group;
  }

  findGroup(name: string): Group | undefined {
    return this.#groups.get(name);
  }

  groups(): Group[] {
    return sorted([...this.#groups.values()], ({ name }) => name);
  }

  putGroup(group: Group): void {
    this.#groups.set(group.name, group);
    this.#save();
  }

  /** Its schedules go with it, and are given. */
  deleteGroup(name: string): Schedule[] {
    this.group(name);
    this.#groups.delete(name);
    const gone = this.all().filter(({ GroupName }) => GroupName === name);
    for (const schedule of gone) this.#schedules.delete(keyOf(schedule));
    this.#save();
    return gone;
  }

  /** @throws ServiceError ResourceNotFoundException for the schedule, or its group */
  get(group: string, name: string): Schedule {
    this.group(group);
    const schedule = this.find(group, name);
    if (!schedule) throw notFound(`Schedule ${name} does not exist.`);
    return schedule;
  }

  find(group: string, name: string): Schedule | undefined {
    return this.#schedules.get(keyOf({ GroupName: group, Name: name }));
  }

  all(): Schedule[] {
    return sorted([...this.#schedules.values()], keyOf);
  }

  put(schedule: Schedule): void {
    this.#schedules.set(keyOf(schedule), schedule);
    this.#save();
  }

  delete(schedule: Schedule): void {
    this.#schedules.delete(keyOf(schedule));
    this.#save();
  }

  #save(): void {
    const kept: Kept = {
      groups: this.groups().filter(({ deployed }) => !deployed),
      schedules: this.all().filter(({ deployed }) => !deployed),
    };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.new`, JSON.stringify(kept, null, 2));
    renameSync(`${this.file}.new`, this.file);
  }
}

export const keyOf = ({ GroupName, Name }: Pick<Schedule, 'GroupName' | 'Name'>): string =>
  `${GroupName}/${Name}`;

const notFound = (message: string): ServiceError =>
  new ServiceError('ResourceNotFoundException', message, 404);

const sorted = <Item>(items: Item[], by: (item: Item) => string): Item[] =>
  items.sort((a, b) => (by(a) < by(b) ? -1 : 1));

const readFile = (file: string): Kept => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { groups: [], schedules: [] };
    throw error;
  }
};
