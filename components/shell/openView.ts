import { useSettings } from '#components/session/hooks.ts'
import { useRoute } from './location.ts'

/** True where a saved view is looked at that this person may know of: its own line in the sidebar says so, and no other. */
export function useIsInView(): boolean {
  const { route } = useRoute()
  const views = useSettings()?.views
  return 'saved' in route && views?.has(route.saved ?? '') === true
}
