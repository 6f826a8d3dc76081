import { useMedia } from '#components/ui/useMedia.ts'

/** True where lists stand side by side; below 768 px there are tabs and one list (UX21). */
export function useWide(): boolean {
  return useMedia('(min-width: 48rem)')
}
