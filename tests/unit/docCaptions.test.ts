import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement } from 'yjs'
import { describe, expect, it } from 'vitest'
import { keepCaptions } from '#lib/doc/captions.ts'
import { mergeWords } from '#lib/doc/mergeWords.ts'
import { BODY } from '#lib/doc/schema.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { randomFrom } from '#tests/support/random.ts'
import { story } from '#tests/support/storyContent.ts'

const { update: FIRST } = writeNewDocument(story({ type: 'image', attrs: { caption: 'The map' } }))

interface Peer {
  readonly doc: Doc
  readonly picture: XmlElement
}

function peers(count: number): Peer[] {
  return Array.from({ length: count }, () => {
    const doc = new Doc()
    applyUpdate(doc, FIRST, 'network')
    keepCaptions(doc)
    return { doc, picture: doc.getXmlFragment(BODY).get(0) as XmlElement }
  })
}

const say = ({ picture }: Peer, words: string) => picture.setAttribute('caption', words)
const says = ({ picture }: Peer) => String(picture.getAttribute('caption') ?? '')

/** Brings to one what the other has. */
function tell(to: Peer, from: Peer): void {
  applyUpdate(to.doc, encodeStateAsUpdate(from.doc, encodeStateVector(to.doc)), 'network')
}

function settle(all: readonly Peer[]): void {
  for (let round = 0; round < 6; round += 1)
    for (const to of all) for (const from of all) if (to !== from) tell(to, from)
}

describe('[I5] a caption', () => {
  it('that two people write at once has the words of both, whichever Yjs keeps', () => {
    for (let run = 0; run < 20; run += 1) {
      const [ana, bo] = peers(2) as [Peer, Peer]
      say(ana, 'The map as it opens')
      say(bo, 'The old map')
      settle([ana, bo])
      expect(says(ana)).toBe('The old map as it opens')
      expect(says(bo)).toBe(says(ana))
    }
  })

  it('keeps the words of whoever has gone since: the other has both', () => {
    for (let run = 0; run < 20; run += 1) {
      const [ana, bo] = peers(2) as [Peer, Peer]
      say(ana, 'Where it begins')
      say(bo, 'Where it ends')
      // Bo's computer is off by now.
      tell(ana, bo)
      for (const word of ['begins', 'ends']) expect(says(ana)).toContain(word)
    }
  })

  it('that is written by somebody who had seen it says just that', () => {
    const [ana, bo] = peers(2) as [Peer, Peer]
    say(ana, 'The map as it opens')
    say(ana, 'The first map as it opens')
    tell(bo, ana)
    expect(says(bo)).toBe('The first map as it opens')
    say(bo, 'A legend')
    tell(ana, bo)
    bo.picture.removeAttribute('caption')
    tell(ana, bo)
    expect(says(ana)).toBe('')
    say(ana, 'Again')
    tell(bo, ana)
    expect(says(bo)).toBe('Again')
  })

  it('ends the same for everybody, with every word of the last that each has written offline', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = randomFrom(seed)
      const all = peers(2 + random.below(3))
      const written: string[] = []
      for (const [index, peer] of all.entries()) {
        const times = 1 + random.below(2)
        for (let time = 1; time <= times; time += 1) {
          say(peer, `The map of ${index}-${time}`)
          if (time === times) written.push(`${index}-${time}`)
        }
      }
      for (let turn = 0; turn < 10; turn += 1) {
        const [to, from] = [random.pick(all), random.pick(all)]
        if (to !== from) tell(to, from)
      }
      settle(all)
      const texts = new Set(all.map(says))
      expect(texts.size, `seed ${seed}: ${[...texts].join(' | ')}`).toBe(1)
      for (const word of written) expect(says(all[0]!), `seed ${seed}`).toContain(word)
    }
  })
})

describe('merging words', () => {
  it('takes what both put in and take out', () => {
    expect(mergeWords('The map', 'The old map', 'The map as it opens')).toBe(
      'The old map as it opens',
    )
    expect(mergeWords('The big old map', 'The old map', 'The big map here')).toBe('The map here')
    expect(mergeWords('', 'foo', 'bar')).toBe('foo bar')
    expect(mergeWords('a', 'a b', 'a b')).toBe('a b')
  })

  it('takes nothing out without knowing what both began with', () => {
    expect(mergeWords(null, 'The chart', 'The diagram')).toBe('The chart diagram')
    expect(mergeWords(null, 'same', 'same')).toBe('same')
  })
})
