import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildLayer, overlayLayers } from './build-layer.ts';

const setup = (makefile: string) => {
  const projectDir = mkdtempSync(join(tmpdir(), 'layer-'));
  mkdirSync(join(projectDir, 'source'));
  const write = (path: string, text: string) => writeFileSync(join(projectDir, path), text);
  write('package-lock.json', '{}');
  write('source/Makefile', makefile);
  write('source/a.txt', 'a');
  const buildDir = join(projectDir, 'build');
  const build = (metadata: object = { BuildMethod: 'makefile' }) =>
    buildLayer({ id: 'Data', metadata: { ...metadata }, contentUri: 'source', projectDir, buildDir });
  return { projectDir, write, build };
};

const copies =
  'build-Other:\n\tfalse\n\nbuild-Data:\n\tmkdir -p "$(ARTIFACTS_DIR)/data"\n\tcp a.txt "$(ARTIFACTS_DIR)/data/"\n';

describe('a layer', () => {
  it('is filled by the recipe of its own rule', async () => {
    const { folder } = await setup(copies).build();
    expect(readFileSync(join(folder, 'data/a.txt'), 'utf8')).toBe('a');
  });

  it('is built again only when its folder changes, and then has another hash', async () => {
    const { build, write } = setup(copies);
    const first = await build();
    writeFileSync(join(first.folder, 'data/a.txt'), 'kept');
    expect(await build()).toEqual(first);
    expect(readFileSync(join(first.folder, 'data/a.txt'), 'utf8')).toBe('kept');
    write('source/a.txt', 'b');
    const second = await build();
    expect(second.hash).not.toBe(first.hash);
    expect(readFileSync(join(second.folder, 'data/a.txt'), 'utf8')).toBe('b');
  });

  it('without a build method is its folder', async () => {
    const { build, projectDir } = setup(copies);
    expect((await build({})).folder).toBe(join(projectDir, 'source'));
  });

  it('whose packages are installed already runs no recipe', async () => {
    const fails = 'build-Data:\n\tfalse\n';
    await setup(fails).build({ BuildMethod: 'makefile', Readout: { Installed: true } });
    await expect(setup(fails).build()).rejects.toThrow('false');
  });

  it.each([
    [
      'another build method',
      copies,
      { BuildMethod: 'python3.12' },
      'not emulated: BuildMethod python3.12 of Data',
    ],
    ['a make variable', 'build-Data:\n\techo $(HOME)\n', undefined, 'not emulated: a make variable'],
    ['no rule', 'build-Other:\n\ttrue\n', undefined, 'has no rule build-Data'],
  ])('is refused for %s', async (_what, makefile, metadata, message) => {
    await expect(setup(makefile).build(metadata)).rejects.toThrow(message);
  });
});

it('layers of one function lie over each other, and may not hold the same', () => {
  const root = mkdtempSync(join(tmpdir(), 'opt-'));
  const layer = (name: string, file: string) => {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, file), name);
    return join(root, name);
  };
  const [first, second, third] = [layer('first', 'a'), layer('second', 'b'), layer('third', 'a')];
  overlayLayers([first, second], join(root, 'opt'));
  expect(readFileSync(join(root, 'opt/b'), 'utf8')).toBe('second');
  expect(() => overlayLayers([first, third], join(root, 'opt'))).toThrow(
    'two layers of one function that both hold a',
  );
});
