import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Sends on behalf of actions, with what takes them back; or hands `send` to them. */
const FOR_ACTIONS = [
  'components/actions/sendUndoably.ts',
  'components/actions/workplace.ts',
  'components/board/captureAll.ts',
  'components/board/useBoardModel.ts',
]

it('[UX4] no view changes a workspace but through an action of the registry', () => {
  const root = new URL('../../../', import.meta.url).pathname
  const senders = globSync('components/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('components/session/'))
    .filter((path) => /\bsend\((\{|command|again|each)/.test(withoutComments(`${root}${path}`)))
  const past = senders.filter(
    (path) =>
      !FOR_ACTIONS.includes(path) && !/\bdefineAction\b/.test(withoutComments(`${root}${path}`)),
  )
  expect(senders.length).toBeGreaterThan(2)
  expect(past).toEqual([])
})

function withoutComments(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}
