// Part of `npm run build`: the codebook as the compiled program reads it fastest, beside that program.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCodebook } from '../dist/src/5-claims/codebook/load-codebook.js';
import { packCodebook } from '../dist/src/5-claims/codebook/pack-codebook.js';
import { codebookFiles, PACKED_CODEBOOK, packageFolder } from '../dist/src/load-kit.js';

const files = codebookFiles(join(packageFolder(), 'codebook'));
writeFileSync(PACKED_CODEBOOK, packCodebook(loadCodebook(files), files));
