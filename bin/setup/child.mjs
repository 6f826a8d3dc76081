import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'
import { SetupProblem } from './problem.mjs'
import { watchStarter } from './starter.mjs'

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 plus the signal's number when a signal ended it; 127 when it could not start
 * @property {string} output everything it printed; empty when it printed straight to the terminal
 * @property {boolean} timedOut
 */

/**
 * Runs a command in the clone's folder to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   env?: NodeJS.ProcessEnv,
 *   show?: boolean,
 *   shell?: boolean,
 *   limitMs?: number,
 *   onStart?: (pid: number) => void,
 * }} [options] `show`: print straight to the terminal; `limitMs`: end it after so many milliseconds
 * @returns {Promise<Finished>} rejects with a SetupProblem when the person interrupted it
 */
export function run(
  command,
  args,
  { env = process.env, show = false, shell = false, limitMs, onStart } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      shell,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    if (child.pid !== undefined) onStart?.(child.pid)
    let interrupted = false
    const releaseSignals = forwardSignals(child, () => (interrupted = true))
    let output = ''
    let timedOut = false
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString())
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    /** @type {NodeJS.Timeout[]} */
    const timers = []
    if (limitMs !== undefined) {
      timers.push(setTimeout(() => (timedOut = child.kill('SIGINT')), limitMs))
      timers.push(setTimeout(() => child.kill('SIGKILL'), limitMs + 15_000))
    }
    const finish = (/** @type {number} */ code) => {
      for (const timer of timers) clearTimeout(timer)
      releaseSignals()
      if (interrupted) reject(new SetupProblem('Interrupted. The next run goes on from here.'))
      else resolve({ code, output, timedOut })
    }
    child.on('error', (error) => {
      output += `${command}: ${error.message}\n`
      finish(127)
    })
    child.on('close', (code, signal) =>
      finish(code ?? 128 + (signal ? constants.signals[signal] : 0)),
    )
  })
}

/**
 * Hands the terminal to a command and lives and ends with it: signals go on to it, and this process takes over
 * its exit code, or dies of the signal that it died of.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
export function become(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
    const releaseSignals = forwardSignals(child)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      releaseSignals()
      if (signal !== null) process.kill(process.pid, signal)
      else resolve(code ?? 1)
    })
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {() => void} [onSignal]
 */
function forwardSignals(child, onSignal) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const forward = (/** @type {NodeJS.Signals} */ signal) => {
    onSignal?.()
    // Ctrl-C in a terminal reaches the child by itself; a second one would read as "stop at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  for (const signal of signals) process.on(signal, forward)
  const stopWatching = watchStarter(() => {
    onSignal?.()
    child.kill('SIGTERM')
  })
  return () => {
    stopWatching()
    for (const signal of signals) process.off(signal, forward)
  }
}
