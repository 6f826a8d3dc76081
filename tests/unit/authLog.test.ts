import { expect, test } from 'vitest'
import { readable } from '#server/log.ts'

test('[HTTP5] the log in a terminal is one line an entry, with the stack of an error below', () => {
  const time = new Date(2026, 10, 22, 9, 5, 7).getTime()
  expect(
    readable(JSON.stringify({ level: 40, time, msg: 'Storage is away', workspace: 'w1' })),
  ).toBe('09:05:07 warn  Storage is away workspace=w1\n')
  const err = { type: 'Error', message: 'odd', stack: 'Error: odd\n    at x.ts:1' }
  expect(
    readable(JSON.stringify({ level: 50, time, msg: 'It failed', err, name: 'two words' })),
  ).toBe('09:05:07 error It failed name="two words"\n  Error: odd\n      at x.ts:1\n')
})
