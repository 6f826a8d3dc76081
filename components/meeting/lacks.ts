import type { ReadyArea } from '#components/actions/index.ts'
import { checklist } from '#lib/domain/checklist.ts'
import type { Story } from '#lib/domain/story.ts'

/** True while the gate would ask something about a story on its way to Ready (RD1). */
export function lacks({ settings: { policy } }: ReadyArea, story: Story): boolean {
  if (policy.gate === 'off') return false
  return checklist(story, policy).some(({ level, isMet }) => level === 'required' && !isMet)
}
