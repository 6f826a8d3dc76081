/** `npm run permissions`: writes docs/permissions.md from the rules. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionsPage } from '#tests/support/permissions/page.ts'
import { root } from './source.ts'

writeFileSync(join(root, 'docs/permissions.md'), permissionsPage())
