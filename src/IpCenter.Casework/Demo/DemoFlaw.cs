using IpCenter.Casework.Applications;
using IpCenter.Casework.Formalities.Facts;

namespace IpCenter.Casework.Demo;

/// <summary>A bad picture of a design, as a hurried merchant sends it instead of the right one.</summary>
public sealed record DemoFlaw(string Id, string File, string Design, string Position, string Fault)
{
    /// <summary>What the examiner writes about it.</summary>
    internal CorrectionPoint Point
    {
        get
        {
            var (rule, zh, en) = Fault switch
            {
                "blurred" => ("IMG-07", "图片不清晰，请对焦后重新拍摄。", "The picture is blurred: focus and take it again."),
                "dark" => ("IMG-07", "光线太暗，看不清边缘和细节，请补光后重新拍摄。", "Too dark to see edges and details: take it again with more light."),
                "clutter" => ("IMG-08", "图中有货架等其他物品，请只拍产品，用素色背景。", "Other things are in the picture: show the product alone on a plain ground."),
                "cropped" => ("IMG-08", "产品没有拍全，请留出四周边距。", "The product is cut off: leave a margin on all sides."),
                "small" => ("IMG-02", "图形太小，细节看不清，请上传原图。", "The figure is too small for its details: send the original file."),
                "text" => ("IMG-11", "图上有店铺文字，请上传没有文字和水印的图片。", "There is a shop's text on the picture: send it without text or watermark."),
                "other-product" => ("VIEW-06", "这张图不是同一件产品，请换成本产品的视图。", "This shows another product: replace it by a view of this one."),
                "scale" => ("VIEW-05", "与主视图比例不一致，请按同一比例重新拍摄或缩放。", "Not to the same scale as the front view: take or scale it to the same size."),
                _ => throw new InvalidOperationException($"The demo has no words for a picture that is {Fault}."),
            };
            return new(rule, $"designs[1].views[{ViewPositions.NameOf(ApplicationKind.SingleDesign, 1, Position)}]", zh, en);
        }
    }
}
