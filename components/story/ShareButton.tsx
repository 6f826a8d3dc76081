import { Check, Link as LinkIcon } from 'lucide-react'
import { useEffect, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { copyLink, type StoryTarget } from './storyActions.ts'

const TOLD_MS = 2_000

/** Copies the story's address; a browser that refuses shows it instead. */
export function ShareButton({ target }: { readonly target: StoryTarget }) {
  const t = textsOf('story')
  const [told, setTold] = useState<'copied' | 'refused' | null>(null)
  useEffect(() => {
    if (told !== 'copied') return
    const timer = setTimeout(() => setTold(null), TOLD_MS)
    return () => clearTimeout(timer)
  }, [told])
  if (told === 'refused') {
    return (
      <input
        readOnly
        aria-label={t('share.address')}
        value={new URL(target.href, location.origin).href}
        onFocus={(event) => event.target.select()}
        className="h-control-small w-56 rounded-control border bg-sunken px-2 text-label"
      />
    )
  }
  return (
    <Button
      look="quiet"
      size="small"
      aria-live="polite"
      icon={told ? <Check aria-hidden size={14} /> : <LinkIcon aria-hidden size={14} />}
      onClick={() =>
        runAction(copyLink, { ...target, told: (copied) => setTold(copied ? 'copied' : 'refused') })
      }
    >
      <span className="max-[24rem]:sr-only">{told ? t('linkCopied') : t('share.go')}</span>
    </Button>
  )
}
