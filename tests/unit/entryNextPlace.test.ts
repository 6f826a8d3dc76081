import { expect, test } from 'vitest'
import { nextPlace } from '#components/entry/nextPlace.ts'

const ORIGIN = 'https://sluice.example'
const ACCOUNT = {
  user: { id: 'u', name: 'Ana', email: 'ana@example.com', colour: 0 },
  workspaces: [],
}

test.each(['/w/a/refine', '/w/a/refine?peek=s1#x', '/w/a/../b/refine'])(
  '[AUTH10] after signing in one goes on at %s',
  (next) => {
    const url = new URL(next, ORIGIN)
    expect(nextPlace(next, ACCOUNT, ORIGIN)).toBe(url.pathname + url.search + url.hash)
  },
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/w/..//evil.example/x',
  '/.//evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'evil.example',
])('[AUTH10] %s leads nowhere else', (next) => {
  const place = nextPlace(next, ACCOUNT, ORIGIN)
  expect(new URL(place, ORIGIN).origin).toBe(ORIGIN)
  expect(place).not.toContain('evil.example')
})
