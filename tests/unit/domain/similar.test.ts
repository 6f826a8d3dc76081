import { describe, expect, it } from 'vitest'
import { indexTitles, similarTo } from '#lib/domain/similar.ts'
import { wordsOf } from '#lib/domain/titleWords.ts'

const BACKLOG = [
  'As a Researcher I want to get a Data Package into R in seconds so that I can start using the data',
  'As a Researcher I want to get a Data Package into SPSS in seconds so that I can start using the data',
  'As a Publisher I want to embed a preview button on my site so that users can preview the data',
  'As a Developer I want an Elasticsearch integration so that I can integrate packaged data with pipelines',
  'As a Publisher I want to add a DOI to a dataset so that I can cite it in papers',
  'Dark mode for the editor',
  'Überblick der Datensätze',
  '数据集的预览',
]
const index = indexTitles(BACKLOG.map((title, number) => ({ id: String(number), title })))
const found = (title: string, unfinished = false) =>
  similarTo(index, title, { unfinished }).map(({ id }) => BACKLOG[Number(id)])

describe('[ST8] a title that resembles one that is there', () => {
  it('[ST8] is found by a few of its words, in another form and order', () => {
    expect(found('Embedding previews on sites')[0]).toBe(BACKLOG[2])
    expect(found('DOI for datasets')[0]).toBe(BACKLOG[4])
    expect(found('DARK-MODE, editors')[0]).toBe(BACKLOG[5])
  })

  it('[ST8] is told from its neighbours by the word that differs', () => {
    expect(found('Get a Data Package into SPSS')[0]).toBe(BACKLOG[1])
    expect(found('Get a Data Package into R')[0]).toBe(BACKLOG[0])
  })

  it('[ST8] is found while its last word is still being typed, and not before it says anything', () => {
    expect(found('Elasticsea', true)).toEqual([BACKLOG[3]])
    expect(found('Elasticsea')).toEqual([])
    expect(found('As a publisher I want to', true)).toEqual([])
    expect(found('El', true)).toEqual([])
    expect(found('')).toEqual([])
  })

  it('[ST8] the first letters of the next word hide nothing, and a long sentence finds the short title it holds', () => {
    expect(found('Dark mode edi', true)).toEqual([BACKLOG[5]])
    expect(found('Embed a preview o', true)[0]).toBe(BACKLOG[2])
    expect(found('As a writer I would like a dark mode in the editor at night')).toEqual([
      BACKLOG[5],
    ])
  })

  it('[ST8] something else is not taken for it', () => {
    expect(found('Send an invoice to the customer')).toEqual([])
    expect(found('data')).toEqual([])
  })

  it('[ST8] is found without its accents, and in scripts without blanks', () => {
    expect(found('uberblick der datensatze')).toEqual([BACKLOG[6]])
    expect(found('数据集预览')).toEqual([BACKLOG[7]])
  })

  it('[ST8] at most three are given, the most alike first', () => {
    const many = indexTitles(
      ['Export to CSV', 'Export to CSV as admin', 'Export to CSV fast', 'Export to CSV now'].map(
        (title, number) => ({ id: String(number), title }),
      ),
    )
    const alike = similarTo(many, 'Export to CSV')
    expect(alike).toHaveLength(3)
    expect(alike[0]).toMatchObject({ id: '0', likeness: 1 })
  })

  it('words lose their endings and those that say nothing; "C++" and "C#" stay words', () => {
    expect(wordsOf('As a user I want validations')).toEqual(wordsOf('user validates'))
    expect(wordsOf('Into C++ and C#')).toEqual(['into', 'c++', 'c#'])
    expect(wordsOf("The publisher's stories")).toEqual(wordsOf('publisher story'))
  })
})

describe('[ST8] in a backlog of 10,000', () => {
  const verbs = ['Export', 'Import', 'Preview', 'Validate', 'Share', 'Archive', 'Merge', 'Compare']
  const things = ['package', 'dataset', 'schema', 'resource', 'column', 'report', 'catalogue']
  const stories = Array.from({ length: 10_000 }, (_, number) => ({
    id: String(number),
    title: `${verbs[number % 8]} the ${things[number % 7]} ${number % 977} of team ${number % 31}`,
  }))

  it('[ST8] a keystroke takes less than 5 ms of the processor', { timeout: 30_000 }, () => {
    const whole = indexTitles(stories)
    const typed = 'Validate the dataset 512 of a team before it is published'
    similarTo(whole, typed)
    const start = process.cpuUsage()
    for (let length = 3; length <= typed.length; length += 1) {
      similarTo(whole, typed.slice(0, length), { unfinished: true })
    }
    const { user } = process.cpuUsage(start)
    expect(user / 1_000 / (typed.length - 2)).toBeLessThan(5)
  })

  it('[ST8] what is known of a title is used again, and gives the same', () => {
    const before = indexTitles(stories)
    const one = { id: 'new', title: 'A title nobody had before' }
    const after = indexTitles([...stories, one], before)
    expect(after.titles[4_711]?.words).toBe(before.titles[4_711]?.words)
    expect(similarTo(after, one.title)[0]?.id).toBe('new')
    expect(similarTo(after, 'Merge the schema 12 of team 5')).toEqual(
      similarTo(indexTitles([...stories, one]), 'Merge the schema 12 of team 5'),
    )
  })
})
