import * as Y from 'yjs'
import type { Random } from './random.ts'
import { Browser, type Opened, type TestServer, until } from './sync.ts'
import { hocuspocusWire as wire } from './wire.ts'

/** A Yjs client id the intruder may write under: nobody else has it. */
const OWN_ID = 78

/** A member with a valid session and a client of their own making. */
export class Intruder {
  static readonly MARK = 'INTRUDER'
  readonly #random: Random
  #browser: Browser | null = null
  /** How often it tried. */
  attacks = 0
  readonly #open = new Map<string, Opened>()

  constructor(random: Random) {
    this.#random = random
  }

  enter(server: TestServer): void {
    this.leave()
    this.#browser = new Browser(server, 'mal')
    for (const name of ['area:w1', 'story:s0', 'story:s1', 'story:s2']) {
      this.#open.set(name, this.#browser.open(name))
    }
  }

  leave(): void {
    this.#browser?.leave()
    this.#browser = null
    this.#open.clear()
  }

  /** Waits until it is let in, then tries something that must not get through. */
  async attack(story: string): Promise<void> {
    const document = `story:${story}`
    const area = this.#open.get('area:w1')!
    const { provider, doc } = this.#open.get(document)!
    await until(() => area.provider.isSynced && provider.isSynced, 'the intruder to be in')
    const others = [...doc.store.clients.keys(), ...provider.awareness!.getStates().keys()].filter(
      (client) => client !== doc.clientID && client !== OWN_ID,
    )
    this.attacks += 1
    switch (this.#random.below(5)) {
      case 0:
        if (others.length > 0) {
          this.#send(wire.update(document, this.#forged(doc, this.#random.pick(others))))
        }
        return
      case 1:
        this.#send(wire.update('area:w1', this.#forged(doc, 77)))
        return
      case 2:
        // A broken edit under an id of its own: what is left of it may be sound, and is then theirs to make.
        this.#send(
          wire.update(document, crumble(this.#forged(doc, OWN_ID, 'crumbs'), this.#random)),
        )
        return
      case 3:
        area.provider.sendStateless('{"command":{"id":"x","type":"__proto__","story":"s0"}')
        return
      default:
        // Idea to ready does not exist (ST2), whoever asks; from elsewhere it is refused for its missing reason.
        area.provider.sendStateless(
          JSON.stringify({
            command: { id: Intruder.MARK, type: 'bounceStory', story, reason: '  ' },
          }),
        )
    }
  }

  /** An update under somebody else's client id, behind everything they have written so far. */
  #forged(known: Y.Doc, client: number, text = Intruder.MARK): Uint8Array {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
    const before = Y.encodeStateVector(doc)
    doc.clientID = client
    doc.getXmlFragment('body').insert(0, [new Y.XmlText(text)])
    return Y.encodeStateAsUpdate(doc, before)
  }

  #send(frame: Uint8Array): void {
    // Past the provider, which would keep what it sends in its own document.
    const { webSocket } = this.#browser!.socket
    if (webSocket?.readyState === 1) webSocket.send(frame as Uint8Array<ArrayBuffer>)
  }
}

function crumble(update: Uint8Array, random: Random): Uint8Array {
  const broken = update.slice(0, 1 + random.below(update.length))
  broken[random.below(broken.length)] = random.below(256)
  return broken
}
