import { expect, test } from 'vitest'
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { answerWriters } from '#lib/doc/closed.ts'
import { documentOf, question, questions } from '#tests/support/storyContent.ts'
import { blocksOf } from '#lib/doc/blocks.ts'

function copyOf(doc: Doc): Doc {
  const copy = new Doc()
  applyUpdate(copy, encodeStateAsUpdate(doc))
  return copy
}

function questionIn(doc: Doc): XmlElement {
  for (const { node } of blocksOf(doc)) if (node.nodeName === 'question') return node
  throw new Error('There is no question')
}

function write(element: string, inside: XmlElement, words: string): void {
  const line = new XmlElement(element)
  inside.push([line])
  line.push([new XmlText(words)])
}

test('[IN1] whoever wrote most of an answer has given it, whoever closes the question or types behind', () => {
  const asked = documentOf(questions(question('Which projection?')))
  const id = questionIn(asked).getAttribute('id')!
  const [ana, bo] = [copyOf(asked), copyOf(asked)]
  const answer = new XmlElement('answer')
  questionIn(ana).push([answer])
  write('paragraph', answer, 'The one of the file, with a note.')
  expect([...answerWriters(ana)]).toEqual([])
  applyUpdate(bo, encodeStateAsUpdate(ana))
  questionIn(bo).setAttribute('open', false as never)
  write('paragraph', questionIn(bo).toArray().at(-1) as XmlElement, 'Thanks!')
  expect([...answerWriters(bo)]).toEqual([[id, ana.clientID]])
})

test('[IN1] a question that is closed without an answer is closed by who closed it', () => {
  const asked = documentOf(questions(question('Which projection?')))
  const id = questionIn(asked).getAttribute('id')!
  const bo = copyOf(asked)
  questionIn(bo).setAttribute('open', false as never)
  expect([...answerWriters(bo)]).toEqual([[id, bo.clientID]])
})
