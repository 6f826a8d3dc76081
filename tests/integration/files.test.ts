import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { fileId, useFileBench } from '#tests/support/fileDoor.ts'
import { pngHeader, TINY_PNG } from '#tests/support/files.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = useFileBench()
const text = (words: string) => new TextEncoder().encode(words)

beforeAll(async () => {
  for (const story of ['s1', 's2', 's3', 's4']) {
    await bench.send(bench.ana, { type: 'captureStory', story, title: `Story ${story}` })
  }
})

async function stored(): Promise<string[]> {
  const folder = join(bench.server.dataDir, 'files', 'blobs', bench.workspace)
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  return names.filter((name) => /[0-9a-f]{64}$/.test(name)).sort()
}

describe('sending and fetching', () => {
  const place = { story: 's1', file: fileId('tiny') }

  test('[FI1] a picture that was sent comes back byte by byte, under the digest of its bytes', async () => {
    const { status, body } = await bench.put(
      bench.lee,
      { ...place, name: 'Möck/up "1".png' },
      TINY_PNG,
    )
    const digest = createHash('sha256').update(TINY_PNG).digest('hex')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      id: place.file,
      name: 'up "1".png',
      type: 'image/png',
      size: TINY_PNG.length,
      width: 2,
      height: 1,
      digest,
      by: bench.ids.lee,
      url: bench.pathOf('s1', place.file),
    })
    const { status: got, headers, bytes } = await bench.fetch(bench.kim, place)
    expect(got).toBe(200)
    expect(Buffer.from(bytes).equals(TINY_PNG)).toBe(true)
    expect(headers.get('content-type')).toBe('image/png')
    expect(headers.get('etag')).toBe(`"${digest}"`)
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="up _1_.png"; filename*=UTF-8''up%20%221%22.png`,
    )
    expect((await stored()).map((path) => path.slice(-64))).toEqual([digest])
  })

  test('[FI2] sending it twice has one effect; something else under its id is refused', async () => {
    const again = await bench.put(bench.lee, place, TINY_PNG)
    expect([again.status, again.body.name]).toEqual([200, 'up "1".png'])
    const other = await bench.put(bench.lee, place, pngHeader(3, 3))
    expect([other.status, other.body.error.code]).toEqual([409, 'fileTaken'])
    const { bytes } = await bench.fetch(bench.lee, place)
    expect(Buffer.from(bytes).equals(TINY_PNG)).toBe(true)
  })

  test('[FI2] two at once have one effect as well', async () => {
    const both = { story: 's1', file: fileId('both') }
    const answers = await Promise.all([1, 2, 3].map(() => bench.put(bench.lee, both, text('same'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  })

  test('[FI1] the same bytes are kept once, whatever shows them', async () => {
    const before = await stored()
    await bench.put(bench.lee, { story: 's2', file: fileId('again'), name: 'b.png' }, TINY_PNG)
    expect(await stored()).toEqual(before)
    const used = async () => (await bench.get(bench.ana, 'files')).body.used
    expect((await used()).bytes).toBe(TINY_PNG.length + 4)
    expect((await used()).files).toBe(3)
  })

  test('[FI4] what has not changed is not sent again, and a part may be asked for', async () => {
    const tag = (await bench.fetch(bench.kim, place)).headers.get('etag') ?? ''
    const same = await bench.fetch(bench.kim, place, { 'if-none-match': `"x", W/${tag}` })
    expect([same.status, same.bytes.length]).toEqual([304, 0])
    const ranges: [string, number, Uint8Array | null, string | null][] = [
      ['bytes=0-3', 206, TINY_PNG.slice(0, 4), `bytes 0-3/${TINY_PNG.length}`],
      ['bytes=-2', 206, TINY_PNG.slice(-2), null],
      [`bytes=${TINY_PNG.length - 1}-`, 206, TINY_PNG.slice(-1), null],
      ['bytes=0-999999', 206, TINY_PNG, null],
      ['bytes=0-1,4-5', 200, TINY_PNG, null],
      ['bytes=5-2', 200, TINY_PNG, null],
      ['lines=1-2', 200, TINY_PNG, null],
      [`bytes=${TINY_PNG.length}-`, 416, null, `bytes */${TINY_PNG.length}`],
    ]
    for (const [range, status, expected, content] of ranges) {
      const answer = await bench.fetch(bench.kim, place, { range })
      expect(answer.status, range).toBe(status)
      if (expected) expect(Buffer.from(answer.bytes).equals(expected), range).toBe(true)
      if (content) expect(answer.headers.get('content-range')).toBe(content)
      if (status === 416) expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    const stale = await bench.fetch(bench.kim, place, { range: 'bytes=0-1', 'if-range': '"old"' })
    expect(stale.status).toBe(200)
    const head = await fetch(new URL(bench.pathOf('s1', place.file), bench.server.url), {
      method: 'HEAD',
      headers: { cookie: bench.kim.cookie },
    })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, `${TINY_PNG.length}`])
  })

  test('[FI4] it is kept by one browser session for as long as it likes, and by nobody in between', async () => {
    const { headers } = await bench.fetch(bench.kim, place)
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable')
    expect(headers.get('vary')).toBe('Authorization, Cookie')
  })

  test('a name behind the address is for people, and says nothing', async () => {
    const path = `${bench.pathOf('s1', place.file)}/any%20name.html`
    const { status, headers } = await bench.kim.get(path)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  test('a program sends and fetches with a token', async () => {
    const { body } = await bench.kim.post('/api/v1/tokens', { name: 'Program' })
    const authorization = `Bearer ${body.token}`
    const program = { authorization, cookie: '', origin: '' }
    const mine = { story: 's2', file: fileId('token') }
    expect((await bench.put(bench.kim, mine, text('by a program'), program)).status).toBe(201)
    expect((await bench.fetch(bench.kim, mine, program)).status).toBe(200)
  })

  test('the numbers are in the metrics, and the routes in the description of the API', async () => {
    const { body } = await bench.ana.get('/metrics')
    expect(body).toMatch(/^sluice_files 4$/m)
    expect(body).toMatch(/^sluice_file_bytes \d+$/m)
    const { body: api } = await bench.ana.get('/api/v1/openapi.json')
    const path = '/api/v1/workspaces/{id}/stories/{story}/files/{file}'
    expect(Object.keys(api.paths[path]).sort()).toEqual(['get', 'put'])
    expect(Object.keys(api.paths[`${path}/copy`])).toEqual(['post'])
  })
})

describe('[FI3] what a file says it is counts for nothing', () => {
  const zip = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(5000)])
  const svg =
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const polyglot = Buffer.concat([
    Buffer.from('GIF89a\u0002\0\u0001\0'),
    Buffer.from('/*'),
    Buffer.from(svg),
  ])
  const hostile: [string, string, Uint8Array][] = [
    ['a zip bomb named .png', 'bomb.png', zip],
    ['an SVG with a script', 'logo.svg', text(svg)],
    ['an SVG named .png', 'logo.png', text(svg)],
    ['a page', 'index.html', text('<!doctype html><script>alert(1)</script>')],
    ['a page that begins like a picture ends', 'x.gif', text('GIF8<script>alert(1)</script>')],
    ['a PDF', 'paper.pdf', text('%PDF-1.7 /JS (app.alert(1))')],
    ['a PNG that ends in its header', 'cut.png', TINY_PNG.slice(0, 20)],
    ['a PNG without a pixel', 'none.png', pngHeader(0, 5)],
  ]

  test.each(hostile)('%s is saved, never shown', async (what, name, bytes) => {
    const story = `hostile-${hostile.findIndex(([other]) => other === what)}`
    await bench.send(bench.ana, { type: 'captureStory', story, title: name })
    const place = { story, file: fileId('hostile') }
    const sent = await bench.put(bench.lee, { ...place, name }, bytes)
    expect([sent.status, sent.body.type]).toEqual([201, 'application/octet-stream'])
    for (const accept of ['image/*', 'text/html']) {
      const { headers, bytes: got } = await bench.fetch(bench.lee, place, { accept })
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(/^attachment; /)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; sandbox; frame-ancestors 'none'",
      )
      expect(Buffer.from(got).equals(bytes)).toBe(true)
    }
  })

  test('a picture that is a script as well is a picture, in a cage', async () => {
    const place = { story: 's3', file: fileId('polyglot') }
    const sent = await bench.put(bench.lee, { ...place, name: 'x.html' }, polyglot)
    expect(sent.body.type).toBe('image/gif')
    const { headers } = await bench.fetch(bench.lee, place)
    expect(headers.get('content-type')).toBe('image/gif')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  })

  test('a PNG with a declared size that no device could draw is refused', async () => {
    const place = { story: 's3', file: fileId('huge'), name: 'Huge.png' }
    const { status, body } = await bench.put(bench.lee, place, pngHeader(60_000, 60_000))
    expect([status, body.error.code]).toEqual([413, 'tooLarge'])
    expect(body.error.message).toBe(
      '“Huge.png” says that it has 60000 × 60000 pixels, more than the 50 million that a picture may have. Nothing was stored. Scale it down.',
    )
    expect((await bench.fetch(bench.lee, place)).status).toBe(404)
  })

  test('a name cannot leave its folder, break a header or turn the text around', async () => {
    const place = { story: 's3', file: fileId('named') }
    const name = '../../etc/\u202Egnp.exe\r\nSet-Cookie: a=b;"\\.txt'
    const { body } = await bench.put(bench.lee, { ...place, name }, text('words'))
    expect(body.name).toBe('.txt')
    const { headers } = await bench.fetch(bench.lee, place)
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('[FI6] limits', () => {
  const big = new Uint8Array(200_001)

  test('a file over the limit is refused before it is sent, by its name, its size and the limit', async () => {
    const place = { story: 's4', file: fileId('big'), name: 'Film.mov' }
    const { status, body } = await bench.put(bench.lee, place, big)
    expect([status, body.error.code]).toEqual([413, 'tooLarge'])
    expect(body.error.message).toBe(
      '“Film.mov” has 200 kB, more than the 200 kB that one file may have. Nothing was stored. Make it smaller, or link to it.',
    )
  })

  test('[FI5] one that does not say how large it is is cut off at the limit, and nothing stays', async () => {
    const place = { story: 's4', file: fileId('endless'), name: 'Endless.bin' }
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 100) controller.close()
        else controller.enqueue(new Uint8Array(50_000))
      },
    })
    const { status, body } = await bench.put(bench.lee, place, endless)
    expect([status, body.error.code]).toEqual([413, 'tooLarge'])
    expect(await readdir(join(bench.server.dataDir, 'files', 'arriving'))).toEqual([])
  })

  test('[FI5] one that breaks off in the middle leaves nothing behind', async () => {
    const place = { story: 's4', file: fileId('broken') }
    await new Promise<void>((resolve) => {
      const path = `${bench.pathOf('s4', place.file)}?name=x.bin`
      const { port } = new URL(bench.server.url)
      const headers = { cookie: bench.lee.cookie, origin: bench.server.url, 'content-length': 1000 }
      const sending = request({ host: '127.0.0.1', port, path, method: 'PUT', headers })
      sending.on('error', () => resolve())
      sending.on('close', () => resolve())
      sending.write(new Uint8Array(500), () => sending.destroy())
    })
    await expect.poll(() => readdir(join(bench.server.dataDir, 'files', 'arriving'))).toEqual([])
    expect((await bench.fetch(bench.lee, place)).status).toBe(404)
  })

  test('an empty file, a missing name and a bad id are refused', async () => {
    const sent = (file: string, name: string | null, bytes = text('words')) =>
      bench.put(bench.lee, { story: 's4', file, name }, bytes)
    const empty = await sent(fileId('empty'), 'Notes.txt', new Uint8Array())
    expect(empty.body.error.message).toContain('“Notes.txt” is empty.')
    expect((await sent(fileId('nameless'), null)).body.error.field).toBe('name')
    expect((await sent('short', 'x.txt')).body.error.field).toBe('file')
  })

  test('a story has as many files as it may, and the workspace as many bytes', async () => {
    for (let index = 0; index < 4; index += 1) {
      const bytes = new Uint8Array(190_000).fill(index + 1)
      const answer = await bench.put(bench.lee, { story: 's4', file: fileId(`n${index}`) }, bytes)
      expect(answer.status).toBe(201)
    }
    const fifth = await bench.put(bench.lee, { story: 's4', file: fileId('n5') }, text('one more'))
    expect([fifth.status, fifth.body.error.code]).toEqual([409, 'noRoom'])
    expect(fifth.body.error.message).toContain('The story has 4 files, as many as it may have')
    const bytes = new Uint8Array(199_000).fill(9)
    await bench.put(bench.lee, { story: 's2', file: fileId('n6') }, bytes)
    const last = await bench.put(bench.lee, { story: 's2', file: fileId('n7') }, bytes.fill(8))
    expect([last.status, last.body.error.code]).toEqual([409, 'noRoom'])
    expect(last.body.error.message).toContain('more than the 1.0 MB that they may')
    // What is here already takes no more room.
    const same = await bench.put(bench.lee, { story: 's2', file: fileId('n8') }, bytes.fill(9))
    expect(same.status).toBe(201)
  })
})

describe('[FI4] only readers of the story fetch, only its writers send', () => {
  const place = { story: 'secret', file: fileId('secret') }
  const OTHER = { story: 's1', file: fileId('tiny') }

  beforeAll(async () => {
    await bench.ready('secret')
    await bench.send(bench.ana, { type: 'assignToTeam', story: 'secret', team: 'den' })
    await bench.put(bench.kim, place, pngHeader(4, 4))
  })

  const shape = ({ status, body }: { status: number; body: unknown }) => ({ status, body })

  test('what a private team attached and what there never was look the same', async () => {
    const absent = await bench.fetch(bench.lee, { story: 'nowhere', file: place.file })
    expect(absent.status).toBe(404)
    expect(shape(await bench.fetch(bench.lee, place))).toEqual(shape(absent))
    expect(shape(await bench.fetch(bench.lee, { ...place, file: fileId('none') }))).toEqual(
      shape(absent),
    )
    expect((await bench.fetch(bench.kim, place)).status).toBe(200)
    expect((await bench.fetch(bench.ana, place)).status).toBe(200)
    const sent = await bench.put(bench.lee, place, text('x'))
    const nowhere = await bench.put(bench.lee, { ...place, story: 'nowhere' }, text('x'))
    expect(shape(sent)).toEqual(shape(nowhere))
  })

  test('a file is of its story: another story, or another workspace, does not have it', async () => {
    expect((await bench.fetch(bench.kim, { story: 's1', file: place.file })).status).toBe(404)
    const { body } = await bench.stranger.get('/api/v1/me')
    const theirs = body.workspaces[0].id
    const path = (workspace: string) =>
      `/api/v1/workspaces/${workspace}/stories/s1/files/${OTHER.file}`
    expect((await bench.stranger.get(path(bench.workspace))).status).toBe(404)
    expect((await bench.stranger.get(path(theirs))).status).toBe(404)
    expect((await bench.server.visitor().get(path(bench.workspace))).status).toBe(401)
  })

  test('who may only read is refused, and told whom to ask', async () => {
    const { putRoles } = await setViewer(bench.lee)
    const { status, body } = await bench.put(
      bench.lee,
      { story: 's1', file: fileId('v') },
      text('x'),
    )
    expect([status, body.error.code]).toEqual([403, 'notAllowed'])
    expect((await bench.fetch(bench.lee, OTHER)).status).toBe(200)
    await putRoles(['member'])
  })

  test('in the trash nothing is sent, and what is there can still be fetched', async () => {
    await bench.send(bench.ana, { type: 'trashStory', story: 's2' })
    const { status, body } = await bench.put(
      bench.lee,
      { story: 's2', file: fileId('t') },
      text('x'),
    )
    expect([status, body.error.message]).toEqual([
      403,
      'The story is in the trash, where nothing is written. Nothing was stored. Restore it first.',
    ])
    expect((await bench.fetch(bench.lee, { story: 's2', file: fileId('again') })).status).toBe(200)
    await bench.send(bench.ana, { type: 'restoreStory', story: 's2' })
  })

  test('a page of somebody else sends nothing with a person’s cookie', async () => {
    const foreign = { origin: 'https://evil.example' }
    const { status } = await bench.put(
      bench.lee,
      { story: 's1', file: fileId('e') },
      text('x'),
      foreign,
    )
    expect(status).toBe(403)
  })

  async function setViewer(who: Visitor) {
    const { body } = await who.get('/api/v1/me')
    const putRoles = (roles: string[]) =>
      bench.send(bench.ana, { type: 'changeRoles', member: body.user.id, roles })
    await putRoles(['viewer'])
    return { putRoles }
  }

  describe('[FI8] using a file again in another story', () => {
    const copy = (who: Visitor, story: string, file: string) =>
      who.post(`${bench.pathOf(story, file)}/copy`)

    test('needs the right to read it there, and the right to write here', async () => {
      expect((await copy(bench.lee, 's1', place.file)).status).toBe(404)
      expect((await bench.fetch(bench.lee, { story: 's1', file: place.file })).status).toBe(404)
      const { status, body } = await copy(bench.kim, 's1', place.file)
      expect([status, body.id]).toEqual([201, place.file])
      expect((await copy(bench.kim, 's1', place.file)).status).toBe(200)
      expect((await bench.fetch(bench.lee, { story: 's1', file: place.file })).status).toBe(200)
      expect((await copy(bench.lee, 'secret', OTHER.file)).status).toBe(404)
    })

    test('what there is not cannot be used', async () => {
      expect((await copy(bench.kim, 's1', fileId('never'))).status).toBe(404)
    })
  })
})
