import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { expect, test, vi } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, type XmlElement, XmlText } from 'yjs'
import { ownEdits } from '#components/story/editor/undo.ts'
import { must } from '#lib/domain/must.ts'
import { storyText } from '#lib/doc/read.ts'
import { BODY } from '#lib/doc/schema.ts'
import { writeNewDocument } from '#lib/doc/write.ts'

const paragraph = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Start.' }] }],
}

function open() {
  const ana = new Doc()
  const bo = new Doc()
  const { update } = writeNewDocument(paragraph)
  applyUpdate(ana, update)
  applyUpdate(bo, update)
  const undo = ownEdits(ana)
  return {
    ana,
    bo,
    undo,
    anaTypes(text: string) {
      ana.transact(() => append(ana, text), ySyncPluginKey)
    },
    boTypes(text: string) {
      append(bo, text)
      applyUpdate(ana, encodeStateAsUpdate(bo), 'network')
      // What the editor's binding does while someone else's caret moves.
      undo.stopCapturing()
    },
  }
}

test('[UX9] undo takes back what I typed and leaves what others typed between', () => {
  const { ana, undo, anaTypes, boTypes } = open()
  anaTypes(' Ana')
  boTypes(' Bo')
  anaTypes(' again')
  boTypes(' too')
  undo.undo()
  expect(storyText(ana)).not.toMatch(/Ana|again/)
  expect(storyText(ana)).toMatch(/Bo.* too/)
  expect(undo.undoStack).toHaveLength(0)
  undo.redo()
  expect(storyText(ana)).toMatch(/Ana/)
  expect(storyText(ana)).toMatch(/again/)
})

test('[UX9] what others typed is never on my undo stack', () => {
  const { ana, undo, boTypes } = open()
  boTypes(' Bo')
  undo.undo()
  expect(storyText(ana)).toBe('Start. Bo')
})

function append(doc: Doc, text: string): void {
  const block = doc.getXmlFragment(BODY).get(0) as XmlElement
  const words = must(
    block.toArray().find((child) => child instanceof XmlText),
    'text',
  )
  words.insert(words.length, text)
}

test('[UX9] a step ends where whoever writes ends it, and between two words once it is long', () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  try {
    const { ana, undo, anaTypes } = open()
    anaTypes(' one')
    undo.endLongStep()
    anaTypes(' two')
    undo.endStep()
    anaTypes(' three')
    undo.undo()
    expect(storyText(ana)).toBe('Start. one two')
    undo.undo()
    expect(storyText(ana)).toBe('Start.')
    for (let second = 0; second < 14; second += 1) {
      vi.advanceTimersByTime(400)
      undo.endLongStep()
      anaTypes(` ${second}`)
    }
    undo.undo()
    expect(storyText(ana)).toBe('Start. 0 1 2 3 4 5 6 7 8 9 10 11 12')
  } finally {
    vi.useRealTimers()
  }
})
