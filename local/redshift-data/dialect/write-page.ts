import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { forms } from './forms.ts';
import { dialectPage } from './page.ts';

mkdirSync(fileURLToPath(new URL('../docs', import.meta.url)), { recursive: true });
writeFileSync(fileURLToPath(new URL('../docs/dialect.md', import.meta.url)), dialectPage(forms));
