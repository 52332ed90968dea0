const nobody = Promise.resolve()

interface Emitter {
  emit(event: any, data: any): Promise<void>
  hasListeners(event?: any): boolean
}

/**
 * Adonis 7 tells of each thing that its container makes, some twenty a page, and its emitter builds
 * four promises each time to find that nobody listens: here it looks first.
 */
export function emitToListenersOnly(emitter: Emitter): void {
  const emit = emitter.emit.bind(emitter)
  emitter.emit = async (event, data) => (emitter.hasListeners(event) ? emit(event, data) : nobody)
}
