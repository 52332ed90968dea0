import env from '#start/env'

export const archivingConfig: { schemasDir?: string } = {
  /** The official SEDA schemas that the operator imported; without them only our own rules apply. */
  schemasDir: env.get('SCHEMAS_DIR'),
}
