type Values = unknown[] | undefined

/** What @inject of @adonisjs/fold leaves on a class, by constructor or method. */
interface Asking {
  new (): object
  containerInjections?: Record<string, unknown>
  containerProvider?: unknown
}

/** The part of a resolver of @adonisjs/fold 11 that makes what a request goes through. */
interface Resolver {
  make(binding: unknown, values?: unknown[], ...more: unknown[]): Promise<unknown>
  call(value: any, method: string, values?: unknown[], ...more: unknown[]): Promise<unknown>
  hasBinding(binding: unknown): boolean
}

/**
 * Adonis 7 makes each middleware and the controller of each request by its container, through some
 * eight promises to find that they ask for nothing: a tenth of what a page allocates. What asks for
 * nothing (no @inject, no argument of a constructor) and that nobody bound is made, or called, at once.
 */
export function makePlainClassesAtOnce(prototype: Resolver): void {
  const { make, call } = prototype
  prototype.make = async function (this: Resolver, binding, values: Values, ...more) {
    if (!values && isPlain(binding) && !this.hasBinding(binding)) return new binding()
    return make.call(this, binding, values, ...more)
  }
  prototype.call = async function (this: Resolver, value, method, values: Values, ...more) {
    const given = values ?? []
    if (asksForNothing(value.constructor, method) && given.length >= value[method]?.length)
      return value[method](...given)
    return call.call(this, value, method, values, ...more)
  }
}

function isPlain(binding: unknown): binding is Asking {
  return (
    typeof binding === 'function' &&
    binding.prototype !== undefined &&
    binding.length === 0 &&
    asksForNothing(binding as Asking, '_constructor')
  )
}

const asksForNothing = (made: Asking, where: string): boolean =>
  !made.containerInjections?.[where] && !made.containerProvider
