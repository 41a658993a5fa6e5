using IpCenter.Casework.Formalities.Views;

namespace IpCenter.Casework.Tests.Formalities;

public sealed class ViewLabelTests
{
    [Theory]
    [InlineData("主视图", ViewKind.Front, "主视图", "Front view")]
    [InlineData("设计2立体图1", ViewKind.Perspective, "设计2立体图1", "Design 2: Perspective view 1")]
    [InlineData("套件１俯视图", ViewKind.Top, "套件1俯视图", "Set item 1: Top view")]
    [InlineData("套件1组件2左视图", ViewKind.Left, "套件1组件2左视图", "Set item 1: component 2, Left view")]
    [InlineData("组件3仰视图", ViewKind.Bottom, "组件3仰视图", "Component 3: Bottom view")]
    [InlineData("A-A剖视图", ViewKind.Section, "A-A剖视图", "A-A Sectional view")]
    [InlineData("B部放大图", ViewKind.Enlarged, "B部放大图", "B部 Enlarged view")]
    [InlineData("变化状态图2", ViewKind.ChangedState, "变化状态图2", "Changed state view 2")]
    public void A_standard_name_is_taken_apart_and_put_together_again(string written, ViewKind kind, string zh, string en)
    {
        var label = ViewLabel.Parse(written)!;

        Assert.Equal((kind, zh, en, true), (label.Kind, label.Name.Zh, label.Name.En, label.IsStandard));
    }

    [Theory]
    [InlineData("正面", ViewKind.Front)]
    [InlineData("Top view", ViewKind.Top)]
    [InlineData("设计1背面", ViewKind.Back)]
    [InlineData("模特图", ViewKind.UseReference)]
    public void A_name_that_people_use_is_understood_but_not_standard(string written, ViewKind kind)
    {
        var label = ViewLabel.Parse(written)!;

        Assert.Equal((kind, false), (label.Kind, label.IsStandard));
    }

    [Theory]
    [InlineData("")]
    [InlineData("好看的一面")]
    [InlineData("设计0主视图")]
    [InlineData("主视图0")]
    [InlineData("1")]
    public void What_names_no_view_is_not_guessed(string written) => Assert.Null(ViewLabel.Parse(written));

    [Fact]
    public void Six_views_are_orthographic_and_every_kind_has_an_ST96_type()
    {
        string[] types = ["Perspective", "Front", "Back", "Top", "Bottom", "Left", "Right", "Isometric", "Reference", "Unfolded", "Exploded", "Cross sectional", "Enlarged"];

        Assert.Equal([ViewKind.Front, ViewKind.Back, ViewKind.Left, ViewKind.Right, ViewKind.Top, ViewKind.Bottom], ViewNames.Orthographic);
        Assert.All(ViewNames.All, view => Assert.Contains(view.St96, types));
        Assert.Equal(Enum.GetValues<ViewKind>(), ViewNames.All.Select(view => view.Kind));
    }
}
