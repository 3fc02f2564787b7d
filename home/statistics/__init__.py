"""Thống kê: the figures of one's authorities for any period, what stands behind each, and pictures of them."""
