import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What Prometheus reads. */
export interface Metrics {
  readonly contentType: string
  text(): Promise<string>
  /** Notes an answer: which kind of address, its status, and how long it took in seconds. */
  answered(kind: 'api' | 'page' | 'operations', status: number, seconds: number): void
  /** Tells where the number of open sync sockets is to be read. */
  watchSockets(count: () => number): void
  /** Tells where the number of files, and of the bytes they take, is to be read. */
  watchFiles(totals: () => Promise<{ readonly files: number; readonly bytes: number }>): void
}

/** Makes the metrics of one server, and begins to watch the process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'sluice_http_answer_seconds',
    help: 'Time from a request to the end of its answer',
    labelNames: ['kind', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: (kind, status, seconds) => {
      answers.observe({ kind, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
    watchSockets(count) {
      new Gauge({
        name: 'sluice_sync_sockets',
        help: 'Open sync sockets',
        registers: [registry],
        collect() {
          this.set(count())
        },
      })
    },
    watchFiles(totals) {
      const watch = (name: string, help: string, what: 'files' | 'bytes') =>
        new Gauge({
          name,
          help,
          registers: [registry],
          async collect() {
            // Storage that is down is told by /readyz; the last number stands.
            const found = await totals().catch(() => null)
            if (found) this.set(found[what])
          },
        })
      watch('sluice_files', 'Files that stories have', 'files')
      watch('sluice_file_bytes', 'Bytes that the files take, each blob once', 'bytes')
    },
  }
}
