import { deskOf } from '#components/discussion/index.ts'
import { readBlockId } from '#lib/doc/ids.ts'
import type { Found } from '../around.ts'

/** Begins a comment on a block: by its stable id where it has one, else on its words. */
export function commentOnBlock(story: string, { node, pos, end }: Found): void {
  const desk = deskOf(story)
  const block = readBlockId(node.attrs.id)
  // The menu that asked for it gives the focus back to the text as it closes; it is the comment's then.
  requestAnimationFrame(() => {
    if (block === null) return void desk.begin.get()?.(false, { from: pos, to: end })
    const { caption, alt, name } = node.attrs as Record<string, unknown>
    const said = [node.textContent, caption, alt, name].find(isSaid) ?? ''
    const anchor = { kind: 'block', block, quote: said.trim().slice(0, 200) } as const
    desk.atHand.set({ kind: 'new', anchor, suggests: false })
  })
}

function isSaid(words: unknown): words is string {
  return typeof words === 'string' && words.trim() !== ''
}
