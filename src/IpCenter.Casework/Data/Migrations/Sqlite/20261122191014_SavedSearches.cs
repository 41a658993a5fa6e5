using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpCenter.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SavedSearches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    ExcludedDocumentId = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsWatching = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearches_AspNetUsers_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchHits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SearchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ImageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Probability = table.Column<double>(type: "REAL", nullable: true),
                    AgreeingPlaces = table.Column<int>(type: "INTEGER", nullable: false),
                    QueryRegion = table.Column<string>(type: "TEXT", nullable: true),
                    FoundRegion = table.Column<string>(type: "TEXT", nullable: true),
                    Mirrored = table.Column<bool>(type: "INTEGER", nullable: false),
                    QueryImage = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchHits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearchHits_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SearchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceImageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Features = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FeaturesVersion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Thumbnail = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearchPictures_SavedSearches_SearchId",
                        column: x => x.SearchId,
                        principalTable: "SavedSearches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_IndexedChanges_SubjectId",
                table: "IndexedChanges",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_IsWatching_Position",
                table: "SavedSearches",
                columns: new[] { "IsWatching", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearches_OwnerId",
                table: "SavedSearches",
                column: "OwnerId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchHits_SearchId_Kind_SubjectId",
                table: "SavedSearchHits",
                columns: new[] { "SearchId", "Kind", "SubjectId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchHits_SearchId_SeenAt",
                table: "SavedSearchHits",
                columns: new[] { "SearchId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearchPictures_SearchId_Ordinal",
                table: "SavedSearchPictures",
                columns: new[] { "SearchId", "Ordinal" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SavedSearchHits");

            migrationBuilder.DropTable(
                name: "SavedSearchPictures");

            migrationBuilder.DropTable(
                name: "SavedSearches");

            migrationBuilder.DropIndex(
                name: "IX_IndexedChanges_SubjectId",
                table: "IndexedChanges");
        }
    }
}
