"""Draws the fixtures that Java cannot write itself: WebP in its kinds, and a CMYK JPEG. Needs Pillow with WebP.

A red square in the top left quarter of a blue field with a white disc at the bottom right: 64 x 48 pixels.
"""

from PIL import Image, ImageDraw


def scene(mode="RGB", ground=(20, 40, 200)):
    image = Image.new(mode, (64, 48), ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 31, 23), fill=(220, 20, 30))
    draw.ellipse((40, 26, 58, 44), fill=(255, 255, 255))
    return image


scene().save("lossy.webp", quality=90)
scene().save("lossless.webp", lossless=True)
scene("RGBA", (20, 40, 200, 0)).save("transparent.webp", quality=90)
scene().save("animated.webp", save_all=True, append_images=[Image.new("RGB", (64, 48), (0, 255, 0))], lossless=True)
scene().convert("CMYK").save("cmyk.jpg", quality=92)
