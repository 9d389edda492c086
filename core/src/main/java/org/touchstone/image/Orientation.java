package org.touchstone.image;

import java.awt.geom.AffineTransform;

/** How a stored image is turned to stand upright, as EXIF numbers it. */
public enum Orientation {
    /** 1: as stored. */
    UPRIGHT(1, 0, 0, 1),
    /** 2: mirrored left to right. */
    MIRRORED(-1, 0, 0, 1),
    /** 3: turned by 180°. */
    TURNED(-1, 0, 0, -1),
    /** 4: mirrored top to bottom. */
    FLIPPED(1, 0, 0, -1),
    /** 5: mirrored along the diagonal from top left. */
    TRANSPOSED(0, 1, 1, 0),
    /** 6: to be turned by 90° clockwise. */
    CLOCKWISE(0, 1, -1, 0),
    /** 7: mirrored along the diagonal from top right. */
    TRANSVERSED(0, -1, -1, 0),
    /** 8: to be turned by 90° anticlockwise. */
    ANTICLOCKWISE(0, -1, 1, 0);

    // A stored point (x, y), about the image's middle, comes to stand at (xx*x + xy*y, yx*x + yy*y).
    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;

    Orientation(int xx, int yx, int xy, int yy) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
    }

    /** The orientation of an EXIF number, upright for any that is not 1 to 8. */
    public static Orientation ofExif(int number) {
        return number >= 1 && number <= 8 ? values()[number - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    public boolean swapsSides() {
        return xx == 0;
    }

    /** From a stored image of a size to the upright one, whose top left corner is again at 0, 0. */
    AffineTransform upright(double width, double height) {
        double w = swapsSides() ? height : width;
        double h = swapsSides() ? width : height;
        double dx = w / 2 - (xx * width / 2 + xy * height / 2);
        double dy = h / 2 - (yx * width / 2 + yy * height / 2);
        return new AffineTransform(xx, yx, xy, yy, dx, dy);
    }
}
