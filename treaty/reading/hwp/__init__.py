"""The formats of Hancom Office: HWPX and HWP 5, which number their paragraphs alike."""
