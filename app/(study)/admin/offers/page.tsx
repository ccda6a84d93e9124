import type { Metadata } from 'next'
import { requireAdmin } from '#app/_server/viewer.ts'
import { getCatalogueShape } from '#db/queries/catalogue/catalogue-shape.ts'
import { listOpenOffers } from '#db/queries/own/offers.ts'
import { AdminHead } from '../_components/admin-head.tsx'
import { Offer, type Place } from './_components/offer.tsx'

export const metadata: Metadata = { title: 'Offers' }

/** What people offer to the catalogue. */
export default async function OffersPage() {
  const viewer = await requireAdmin('/admin/offers')
  const [offers, shape] = await Promise.all([listOpenOffers(viewer), getCatalogueShape()])
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: viewer.timeZone })
  const places: Place[] = shape.sections.map(({ id, title }) => ({
    id,
    title,
    topics: shape.topics
      .filter(({ sectionId }) => sectionId === id)
      .map((topic) => ({ id: topic.id, title: topic.parentId ? `– ${topic.title}` : topic.title })),
  }))
  return (
    <>
      <AdminHead
        path="/admin/offers"
        title="Offers"
        words="Readings that people added for themselves and offer to the catalogue. What is accepted is public; its owner’s marks, notes and plans move along and stay private."
      />
      {offers.length === 0 ? (
        <p className="empty">Nobody offers anything. What people offer from an own reading’s page stands here.</p>
      ) : (
        <ol>
          {offers.map(({ createdAt, ...offer }) => (
            <Offer key={offer.readingId} offer={{ ...offer, when: when.format(createdAt) }} places={places} />
          ))}
        </ol>
      )}
    </>
  )
}
