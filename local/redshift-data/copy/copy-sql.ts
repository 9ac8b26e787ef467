export type { ObjectSource } from '../objects/object-source.ts';
