import { readFileSync } from 'node:fs'

/**
 * Calls `onGone` once when the npm that started this script has ended. npm puts a shell between itself and the
 * script, and passes signals to that shell only, so without this an ended `npm start` would leave its server behind.
 * @param {() => void} onGone
 * @returns {() => void} stops watching
 */
export function watchStarter(onGone) {
  // Started by hand, outliving the shell is what people ask for with nohup and "&".
  if (process.env.npm_lifecycle_event === undefined) return () => {}
  const shell = process.ppid
  const npm = parentOf(shell)
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return
    clearInterval(watch)
    onGone()
  }, 500)
  watch.unref()
  return () => clearInterval(watch)
}

/**
 * @param {number} pid
 * @returns {string | null} its parent's pid where the system tells (Linux)
 */
function parentOf(pid) {
  try {
    // "pid (name) state parent …": the name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? null
  } catch {
    return null
  }
}
