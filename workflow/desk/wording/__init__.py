"""Mẫu câu chữ: the wording of papers, decided by two people, and the answers that officers insert."""
