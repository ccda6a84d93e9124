/** The search form: works without JavaScript. */
export function SearchBox({
  className,
  large = false,
  value,
}: {
  className?: string
  large?: boolean
  value?: string
}) {
  return (
    <form action="/search" role="search" className={className}>
      <label className="sr-only" htmlFor={large ? 'search-large' : 'search'}>
        Search the catalogue
      </label>
      <input
        id={large ? 'search-large' : 'search'}
        name="q"
        type="search"
        defaultValue={value}
        placeholder={large ? 'Try rate limiting, Kafka or Netflix' : 'Search'}
        className={large ? 'input min-h-12 text-lg' : 'input min-h-9'}
        autoComplete="off"
        maxLength={500}
        data-search-input
      />
    </form>
  )
}
