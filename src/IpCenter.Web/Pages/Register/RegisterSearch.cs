using IpCenter.Casework.SimilarDesigns;
using IpCenter.Search;
using IpCenter.Web.SignIn;

namespace IpCenter.Web.Pages.Register;

/// <summary>What somebody asks the register for.</summary>
public sealed record RegisterRequest(
    string? Words, QueryPicture? Picture, IReadOnlyDictionary<string, IReadOnlyList<string>> Facets, DateOnly? From, DateOnly? To, int Page);

/// <summary>What was found, one page of it.</summary>
public sealed record RegisterAnswer(
    IReadOnlyList<RegisterRow> Rows, int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets, QueryProblem? Problem);

/// <summary>Asks the index as the viewer: what the viewer may not find is not there, neither as a row nor in a count.</summary>
public sealed class RegisterSearch(DesignIndex index, RegisterRows rows, CurrentPerson me)
{
    public const int PageSize = 20;

    public async Task<RegisterAnswer> RunAsync(RegisterRequest request, CancellationToken ct)
    {
        var viewer = await me.ViewerAsync(ct);
        var result = index.Index.Search(
            new SearchQuery
            {
                Audiences = viewer.Audiences,
                Words = request.Words,
                Images = request.Picture is { } picture ? [picture.Features] : [],
                ExcludeId = request.Picture?.ExcludeId,
                Facets = request.Facets,
                From = request.From,
                To = request.To,
                Skip = (request.Page - 1) * PageSize,
                Limit = PageSize,
            },
            ct);
        return new(await rows.ReadAsync(result.Hits, viewer, ct), result.Total, result.Facets, result.Problem);
    }
}
