import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderObjects } from './folder-objects.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'objects-'));
  await mkdir(join(root, 'lake/a'), { recursive: true });
  for (const name of ['a/2.csv', 'a/1.csv', 'b.csv']) await writeFile(join(root, 'lake', name), name);
});
afterEach(() => rm(root, { recursive: true }));

it('finds the objects under a prefix in the order of their keys', async () => {
  const objects = folderObjects(root);
  expect(await objects.localPaths('s3://lake/a/')).toEqual([
    join(root, 'lake/a/1.csv'),
    join(root, 'lake/a/2.csv'),
  ]);
  expect(await objects.localPaths('s3://lake/a/1')).toEqual([join(root, 'lake/a/1.csv')]);
  expect(await objects.localPaths('s3://nowhere/a')).toEqual([]);
});

it('stores and clears objects, and stays in its folder', async () => {
  const objects = folderObjects(root);
  await objects.store('s3://lake/new/x.csv', join(root, 'lake/b.csv'));
  expect(await objects.localPaths('s3://lake/new/')).toEqual([join(root, 'lake/new/x.csv')]);
  await objects.clear('s3://lake/a');
  expect(await objects.localPaths('s3://lake/')).toEqual([
    join(root, 'lake/b.csv'),
    join(root, 'lake/new/x.csv'),
  ]);
  await expect(objects.store('s3://lake/../x', join(root, 'lake/b.csv'))).rejects.toThrow('is no name');
});
