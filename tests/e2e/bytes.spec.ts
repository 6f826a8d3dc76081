import { expect, test } from '@playwright/test'
import { boardScripts, BYTES_MAX, editorScript, sum } from '#tests/support/pageBytes.ts'

test('[UX2] the board waits for no more code than it may, and not for the editor', () => {
  const board = boardScripts()
  const editor = editorScript()
  expect(sum(board)).toBeLessThanOrEqual(BYTES_MAX.board)
  expect(editor.bytes).toBeLessThanOrEqual(BYTES_MAX.editor)
  expect(board.map(({ file }) => file)).not.toContain(editor.file)
})
