import { expect, test } from 'vitest'
import { useHistoryBench } from '#tests/support/historyBench.ts'

const bench = useHistoryBench()

/** Reads CSV as RFC 4180 has it. Throws on what it does not allow. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  for (let row: string[] = []; cell.lastIndex < text.length;) {
    const at = cell.lastIndex
    const found = cell.exec(text)
    if (!found) throw new Error(`No cell at ${at}: ${text.slice(at, at + 40)}`)
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test('[HI4] administrators get everything as CSV: UTF-8 with a mark, one line an event, and nothing a spreadsheet would run', async () => {
  const titles = [
    '=HYPERLINK("http://evil.example","Click")',
    '+1',
    '-2',
    '@SUM(A1)',
    '＝1+1',
    'Quotes "and", commas, für €',
  ]
  for (const [index, title] of titles.entries()) {
    await bench.send(bench.kim, { type: 'captureStory', story: `s${index}`, title })
  }
  await bench.send(bench.ana, { type: 'startRefining', story: 's5' })
  await bench.send(bench.ana, {
    type: 'dismissStory',
    story: 's5',
    reason: '=1+1\nand "more"',
  })
  const { status, headers, body } = await bench.get(bench.ana, 'history.csv')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="sluice-history-\d{4}-\d\d-\d\d\.csv"$/,
  )
  const text = body as string
  const { body: page } = await bench.get(bench.ana, 'history?limit=200')
  const [columns, ...rows] = parseCsv(text.replace(/^\uFEFF/, ''))
  expect(columns?.slice(0, 4)).toEqual(['Number', 'Time', 'Person', 'Person id'])
  expect(rows).toHaveLength(page.events.length)
  expect(rows.map(([seq]) => Number(seq))).toEqual(
    page.events.map(({ seq }: { seq: number }) => seq),
  )
  for (const row of rows) {
    expect(row).toHaveLength(columns!.length)
    for (const value of row) expect(value).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/)
  }
  const dismissed = rows[0]!
  expect(dismissed[columns!.indexOf('What happened')]).toContain("from Refinement to Won't do")
  expect(dismissed[columns!.indexOf('Reason')]).toBe('\'=1+1\nand "more"')
  expect(dismissed[columns!.indexOf('Title')]).toBe(titles[5])
})

test('the file begins with the mark by which spreadsheets know UTF-8', async () => {
  // What reads an answer as text takes the mark off.
  const url = `${bench.server.url}/api/v1/workspaces/${bench.workspace}/history.csv`
  const answer = await fetch(url, { headers: { cookie: bench.ana.cookie } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

test('JSON has the events as they are stored, with their words; filters hold here, too', async () => {
  const { status, body } = await bench.get(bench.ana, 'history.json?story=s5&type=moves')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    workspace: bench.workspace,
    events: [
      {
        person: 'Ana',
        words: expect.stringMatching(/^moved \w+-\d+ from Refinement to Won't do$/),
        reason: '=1+1\nand "more"',
        event: { type: 'StoryMoved', story: 's5', to: 'wont-do' },
      },
      { event: { type: 'StoryMoved', to: 'refinement' } },
      { event: { type: 'StoryCaptured' }, story: { title: 'Quotes "and", commas, für €' } },
    ],
  })
  const { body: page } = await bench.get(bench.ana, 'history?story=s5&type=moves')
  expect(body.events.map(({ event }: { event: unknown }) => event)).toEqual(page.events)
})

test('nothing to export is an empty file, not an error', async () => {
  const query = 'since=2020-01-01&until=2020-01-02'
  expect((await bench.get(bench.ana, `history.json?${query}`)).body.events).toEqual([])
  const csv = (await bench.get(bench.ana, `history.csv?${query}`)).body as string
  expect(parseCsv(csv.replace(/^\uFEFF/, ''))).toHaveLength(1)
})

test('a log longer than what is read at a time is exported whole', async () => {
  for (let turn = 0; turn < 300; turn += 1) {
    const place = { after: turn % 2 === 0 ? null : 's1' }
    await bench.send(bench.ana, { type: 'rankStory', story: 's0', place })
    await bench.send(bench.kim, {
      type: turn % 2 === 0 ? 'upvoteStory' : 'withdrawVote',
      story: 's0',
    })
  }
  const { body } = await bench.get(bench.ana, 'history.json')
  const seqs = body.events.map(({ event }: { event: { seq: number } }) => event.seq)
  expect(seqs.length).toBeGreaterThan(600)
  expect(seqs).toEqual(seqs.map((_: number, index: number) => seqs.length - index))
})

test('everybody else is told who could', async () => {
  for (const format of ['csv', 'json']) {
    const { status, body } = await bench.get(bench.kim, `history.${format}`)
    expect(status).toBe(403)
    expect(body.error).toMatchObject({
      code: 'notAllowed',
      message: 'Only owners and admins can export the history. Ask Ana.',
    })
  }
})
