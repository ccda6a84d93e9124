'use client'

import { SomethingBroke } from '#components/layout/something-broke.tsx'

export default SomethingBroke
