import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { permissionsPage } from '#tests/support/permissions/page.ts'
import { root } from './source.ts'

it('docs/permissions.md says what the rules say', () => {
  const page = readFileSync(join(root, 'docs/permissions.md'), 'utf8')
  const why = 'It is out of date: run "npm run permissions" and commit what it writes'
  expect(page === permissionsPage() ? 'up to date' : why).toBe('up to date')
})
