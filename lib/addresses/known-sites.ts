/** An address in parts, its host without `www.` and its path without a slash at the end. */
export interface Page {
  host: string
  path: string
  query: [string, string][]
  fragment: string
}

/** Gives a site's page in one of its forms, or null where the rule does not hold. Twice is once. */
type Site = (page: Page) => Page | null

/** The sites that give one page at several addresses; each rule sees what the ones before it made. */
export const knownSites: readonly Site[] = [video, arxiv, doi, codeHost, wikipedia, googleFile, shop, post]

/** A video is its id; where in it one begins and the playlist beside it are not counted. */
function video({ host, path, query, fragment }: Page): Page | null {
  if (host === 'youtu.be' && path.length > 1) return watch(path.slice(1))
  const site = host.replace(/^(m|music)\./, '')
  if (site !== 'youtube.com' && site !== 'youtube-nocookie.com') return null
  const id = /^\/(?:embed|shorts|live|v)\/([^/]+)$/.exec(path)?.[1]
  const named = path === '/watch' ? query.find(([name]) => name === 'v')?.[1] : id
  if (named) return watch(named)
  return { host: 'youtube.com', path, query: query.filter(([name]) => !/^(si|feature|app)$/.test(name)), fragment }
}

function watch(id: string): Page {
  return { host: 'youtube.com', path: '/watch', query: [['v', id]], fragment: '' }
}

/** A paper's abstract, PDF and HTML in any version are the paper. */
function arxiv({ host, path }: Page): Page | null {
  if (!/^((export|ar5iv\.labs)\.)?arxiv\.org$|^ar5iv\.org$/.test(host)) return null
  const id = /^\/(?:abs|pdf|html|format|e-print)\/((?:[a-z-]+(?:\.[A-Z]{2})?\/)?\d[\d.]*\d)(?:v\d+)?(?:\.pdf)?$/i.exec(
    path,
  )
  return id?.[1] ? { host: 'arxiv.org', path: `/abs/${id[1]}`, query: [], fragment: '' } : null
}

/** A DOI, at its resolver or in a publisher's library, is one in any letter case. */
function doi({ host, path }: Page): Page | null {
  const isResolver = host === 'doi.org' || host === 'dx.doi.org'
  const id = isResolver
    ? /^\/(10\.\d{4,9}\/.+)$/.exec(path)?.[1]
    : /^\/doi\/(?:(?:abs|pdf|epdf|full|fullhtml|book)\/)?(10\.\d{4,9}\/.+)$/i.exec(path)?.[1]
  return id ? { host: 'doi.org', path: `/${id.toLowerCase()}`, query: [], fragment: '' } : null
}

const codeHosts = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org'])

/** A repository is in any letter case, with its read-me below it. */
function codeHost(page: Page): Page | null {
  if (page.host === 'npmjs.com') return /^readme$/.test(page.fragment) ? { ...page, fragment: '' } : null
  if (!codeHosts.has(page.host)) return null
  const query = page.query.filter(([name, value]) => name !== 'tab' || !value.startsWith('readme'))
  const fragment = /^readme(-ov-file)?$/i.test(page.fragment) ? '' : page.fragment
  const path = page.path
    .replace(/^\/[^/]+\/[^/]+/, (repository) => repository.toLowerCase().replace(/(\.git)+$/, ''))
    .replace(/^(\/[^/]+\/[^/]+)\/(?:tree|blob)\/(?:master|main|HEAD)(?:\/readme\.md)?$/i, '$1')
  return { ...page, path, query, fragment }
}

function wikipedia(page: Page): Page | null {
  const language = /^([a-z-]+)\.m\.wikipedia\.org$/.exec(page.host)?.[1]
  return language ? { ...page, host: `${language}.wikipedia.org` } : null
}

/** A shared file is the same to look at and to edit. */
function googleFile({ host, path, query, fragment }: Page): Page | null {
  if (host !== 'docs.google.com' && host !== 'drive.google.com') return null
  return {
    host,
    path: path.replace(/(\/(edit|view|preview))+$/, ''),
    query: query.filter(([name]) => name !== 'usp'),
    fragment,
  }
}

function shop({ host, path }: Page): Page | null {
  if (!/^amazon\.[a-z.]+$/.test(host)) return null
  const id = /\/(?:dp|gp\/product)\/([A-Z0-9]{10})(?:\/|$)/i.exec(path)?.[1]
  return id ? { host, path: `/dp/${id.toUpperCase()}`, query: [], fragment: '' } : null
}

/** Posts and talks whose share buttons add parameters of their own. */
function post(page: Page): Page | null {
  const without = (names: RegExp) => ({ ...page, query: page.query.filter(([name]) => !names.test(name)) })
  if (/(^|\.)medium\.com$/.test(page.host)) return without(/^(source|sk)$/)
  if (page.host === 'x.com' || page.host === 'twitter.com' || page.host === 'mobile.twitter.com') {
    return { ...without(/^(s|t)$/), host: 'x.com' }
  }
  if (page.host === 'linkedin.com') return without(/^(rcm|originalsubdomain)$/i)
  if (page.host === 'vimeo.com') return without(/^(share|fl|fe)$/)
  return page.host === 'infoq.com' ? without(/^(itm_.*|topicpagesponsorship)$/i) : null
}
