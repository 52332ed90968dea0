/** What is asked of a worker, whatever carries its queue. */
export interface QueueWorker {
  on(event: 'error', hear: (error: Error) => void): unknown
  close(): Promise<unknown>
  disconnect(): Promise<unknown>
}

/** Word for word what BullMQ says (`lock-manager.js`); it gives no other sign of it with the error. */
const NOT_RENEWED = /^could not renew lock for job (.+)$/

/**
 * A worker that is silent of a lock which was not renewed because its job had ended while that was
 * asked: it is let go on one connection while another still asks for more time. Where many jobs end
 * together, as at the opening of five hundred plis, those errors would pass for a worker that turns
 * round, and have it closed. A lock that is lost under a job that runs is said.
 */
export const heardWhileRunning = (
  worker: QueueWorker,
  isRunning: (jobId: string) => boolean
): QueueWorker => ({
  on: (event, hear) =>
    worker.on(event, (error) => {
      const [, jobId] = NOT_RENEWED.exec(error.message) ?? []
      if (jobId === undefined || isRunning(jobId)) hear(error)
    }),
  close: () => worker.close(),
  disconnect: () => worker.disconnect(),
})
