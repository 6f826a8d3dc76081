import { useMedia } from '#components/ui/useMedia.ts'

/** True where what is known about a story has a panel beside its text; elsewhere it is folded above the text. */
export function useRoomForPanel(): boolean {
  return useMedia('(min-width: 64rem)')
}
