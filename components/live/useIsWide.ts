import { useMedia } from '#components/ui/useMedia.ts'

/** True while agenda and notes have room beside the story. */
export function useIsWide(): boolean {
  return useMedia('(min-width: 64rem)')
}
